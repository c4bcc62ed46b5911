"""Hosts: where a picture goes. Each chooses who answers its questions and says where the drawing stands."""
