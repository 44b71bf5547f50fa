def journal_line(method, target, headers, form):
    return method
