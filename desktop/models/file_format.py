"""Numbers in the header and facts of a book's file, known without the engine."""

APPLICATION_ID = 0x42494D49  # "BIMI"
FORMAT = 1
"""Format of the journal, for ever."""
LEDGER_FORM = 9
"""Layout of the derived tables and columns: another number drops and rebuilds them."""
