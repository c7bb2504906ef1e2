"""The guide that ships with the program, and the window that it is read in."""
