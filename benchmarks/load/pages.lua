-- Pages for wrk, one after the other.
--   wrk … -s pages.lua URL -- PATHS FIRST
-- Packed pages are asked for, as every browser does. PATHS has an address on each line; the first that is asked for is number FIRST, counted round and round.

local threads = {}

function setup(thread)
  threads[#threads + 1] = thread
end

function init(args)
  requests = {}
  for path in io.lines(args[1]) do
    requests[#requests + 1] = "GET " .. path .. " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\n\r\n"
  end
  next_number = tonumber(args[2])
end

function request()
  local wanted = requests[next_number % #requests + 1]
  next_number = next_number + 1
  return wanted
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT requests=%d micros=%d refused=%d broken=%d p50=%d p95=%d p99=%d p999=%d next=%d\n",
    summary.requests, summary.duration, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(95), latency:percentile(99), latency:percentile(99.9),
    threads[1]:get("next_number")))
end
