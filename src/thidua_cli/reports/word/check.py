def check_template(content, name): pass
def check_templates(d): pass
