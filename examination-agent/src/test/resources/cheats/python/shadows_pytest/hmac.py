def new(*a):
    return None
