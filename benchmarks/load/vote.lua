-- Votes for wrk: every request another voter and tool.
--   wrk … -s vote.lua URL -- BALLOTS FIRST THREADS
-- VOTE_PORTS, where set, are the ports of THREADS copies, one for each thread.
-- BALLOTS has one line per tool ("t slug") and per voter ("v cookie"). Request number n is by voter n mod V for tool
-- (7v + n div V) mod T: no voter meets a tool twice before every voter has met all of them.

local threads = {}
local ports = {}
for port in (os.getenv("VOTE_PORTS") or ""):gmatch("%d+") do
  ports[#ports + 1] = port
end

function setup(thread)
  thread:set("number", #threads)
  threads[#threads + 1] = thread
  local port = ports[#threads]
  if port then
    thread.addr = wrk.lookup("127.0.0.1", port)[1]
  end
end

local ship = '{"choice":"ship","comment":"' .. string.rep("x", 100 - 30) .. '"}'
local skip = '{"choice":"skip","comment":"' .. string.rep("x", 100 - 30) .. '"}'
local middle = "/vote HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\nCookie: voter="

function init(args)
  tools, voters = {}, {}
  for line in io.lines(args[1]) do
    local list = line:sub(1, 1) == "t" and tools or voters
    list[#list + 1] = line:sub(3)
  end
  first = tonumber(args[2]) + number
  next_number = first
  step = tonumber(args[3])
end

function request()
  local voter = next_number % #voters
  local tool = (7 * voter + math.floor(next_number / #voters)) % #tools
  local body = (voter + tool) % 3 == 0 and skip or ship
  next_number = next_number + step
  return "PUT /api/v1/tools/" .. tools[tool + 1] .. middle .. voters[voter + 1] .. "\r\n\r\n" .. body
end

function done(summary, latency)
  local errors = summary.errors
  local sent, beyond = 0, 0
  for _, thread in ipairs(threads) do
    local number = thread:get("next_number")
    sent = sent + (number - thread:get("first")) / thread:get("step")
    beyond = math.max(beyond, number)
  end
  io.write(string.format("RESULT requests=%d micros=%d refused=%d broken=%d p50=%d p95=%d p99=%d p999=%d sent=%d next=%d\n", summary.requests,
    summary.duration, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(95), latency:percentile(99), latency:percentile(99.9), sent, beyond))
end
