<!DOCTYPE html>
<html>
<head><title>Choir ${season?c}</title></head>
<body>
  <h1>Members singing ${voice}</h1>
  <p><a href="/members">all voices</a></p>
</body>
</html>
