"""The printing dialog: choose a sheet, look at its pages, save or print them."""
