from dokpamo.database import connect
