"""Tests of the register of requests on the screen."""
