"""What comes and goes: workbooks, the office's old ledgers, later packages."""
