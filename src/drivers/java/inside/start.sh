#!/bin/sh
# Starts the harness: as it was compiled beforehand, where the sandbox has that, else from its source.
ready=/opt/fathom-java
if [ -r "$ready/harness.jar" ]; then
  exec java "-XX:SharedArchiveFile=$ready/harness.jsa" @/app/options -cp "$ready/harness.jar:/app" fathom.Harness "$1" /app
fi
exec java @/app/options -cp /app /app/Harness.java "$1" /app
