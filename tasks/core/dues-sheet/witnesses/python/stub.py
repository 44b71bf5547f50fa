def dues_row(member, remark, amount):
    return ",,\r\n"
