-- Asks as several users in turn, and ends with what came of it as one line of JSON.

local requests = {}
local turn = 0

function init(args)
    for token in io.lines(args[1]) do
        requests[#requests + 1] = wrk.format("GET", nil, { ["Authorization"] = "Bearer " .. token })
    end
end

function request()
    turn = turn % #requests + 1
    return requests[turn]
end

function done(summary, latency, requests)
    local errors = summary.errors
    io.write(string.format(
        'RESULT {"micros": %d, "requests": %d, "bytes": %d, "p50": %d, "p99": %d, "max": %d, '
            .. '"bad_statuses": %d, "broken": %d}\n',
        summary.duration, summary.requests, summary.bytes,
        latency:percentile(50), latency:percentile(99), latency.max,
        errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
