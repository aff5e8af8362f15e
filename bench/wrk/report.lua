-- Prints what wrk has counted as one line of JSON. A function that is called once, at the end, slows nothing down.

local form = '{"requests": %d, "bytes": %d, "microseconds": %d, "errors": %d}\n'

function done(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format(form, summary.requests, summary.bytes, summary.duration, failed))
end
