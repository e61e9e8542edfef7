"""Palanca."""
