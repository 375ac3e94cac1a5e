"""My window (本窗口): the commitments of one window as a checklist."""
