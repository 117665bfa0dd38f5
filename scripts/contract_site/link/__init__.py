"""What the words point to. Results lie beside the trees and change nothing in them."""
