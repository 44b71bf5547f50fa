def bracket_depth(text):
    return 0
