def sermon_lines(folder, pattern):
    return "Nothing was found."
