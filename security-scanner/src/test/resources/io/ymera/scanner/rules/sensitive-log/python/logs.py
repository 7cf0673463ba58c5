import logging

logger = logging.getLogger(__name__)


def login(user, password):
    logger.info("login %s %s", user, password)  # finding: sensitive-log
    logger.info(f"login {user} {password}")  # finding: sensitive-log
    logger.info("login %s", user)
    logger.info("wrong password for %s", user)
