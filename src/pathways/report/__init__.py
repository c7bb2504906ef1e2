"""Sheets: what goes on paper is blocks, and one small writer a format puts them there."""
