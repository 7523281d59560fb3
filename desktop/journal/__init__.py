"""What must survive a power cut: cases and the audit trail, encrypted, in one SQLite file."""
