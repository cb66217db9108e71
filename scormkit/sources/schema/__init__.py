"""What authors write, one model per kind of file or block: mirrors of the authors' contract."""
