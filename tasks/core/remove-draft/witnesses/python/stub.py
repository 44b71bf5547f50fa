def remove_draft(folder, name):
    return 0
