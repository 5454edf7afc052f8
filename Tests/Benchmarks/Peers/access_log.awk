# Counts of an access log what `headroom calibrate` counts: requests, failures, time and bytes, minute by minute.
$1 != "ws" && $1 != "wss" {
  minute = substr($2, 1, 16)
  requests[minute]++
  if ($9 == "-" || $9 >= 500) failed[minute]++
  if ($7 >= 0) {
    timed[minute]++
    seconds[minute] += $7
  }
  bytes[minute] += $12
}
END {
  for (minute in requests)
    print minute, requests[minute], failed[minute] + 0, timed[minute] + 0, seconds[minute] + 0, bytes[minute]
}
