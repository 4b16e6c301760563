-- Votes for wrk: every request another voter and tool.
--   wrk … -s vote.lua URL -- BALLOTS FIRST THREADS
-- BALLOTS has one line per tool ("t slug") and per voter ("v cookie"). Request number n is by voter n mod V for tool
-- (7v + n div V) mod T: no voter meets a tool twice before every voter has met all of them.

local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
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
  next_number = tonumber(args[2]) + number
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
  io.write(string.format("RESULT requests=%d micros=%d refused=%d broken=%d p50=%d p99=%d p999=%d\n", summary.requests,
    summary.duration, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9)))
end
