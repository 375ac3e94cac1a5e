"""Paper. Facts come from models; here lies only layout."""
