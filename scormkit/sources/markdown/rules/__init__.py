"""What scormkit adds to CommonMark: rules of the block and the inline parser."""
