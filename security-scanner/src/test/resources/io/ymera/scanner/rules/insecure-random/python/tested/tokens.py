def keep(session, token):
    session.token = token
