"""What things are: frozen values that import nothing of ours and open no file."""
