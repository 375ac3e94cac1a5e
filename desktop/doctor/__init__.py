"""What is wrong with this computer, said in one sentence a line, before Qt can abort."""
