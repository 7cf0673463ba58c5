package io.ymera.gateway.limit;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * A sliding window in Redis: one atomic script for the requests of many callers, on Redis' own clock. For Redis 6.2 and newer; one
 * server, not a cluster, because one call has keys of many callers.
 *
 * <p>A caller's value is the number of requests that count, and runs: the time of the last request of the run (microseconds), and how many
 * there are in it. Requests are of one run if they are in the same 128th part of the window, and a run counts until its <em>last</em>
 * request is a window old. So there are never more in a window than the limit; a request may count for up to 1/128 of the window too
 * long, which keeps at least 99.2 % of what a log of all requests would let pass.
 *
 * <p>The log itself, in a sorted set, would be exact. Measured with Redis 7: 690 kB for a caller with 6,000 requests in the window, and
 * 11 µs a call. Runs take 12 bytes each; there are at most 129 of them, 1.6 kB, and no more than requests; a call takes 7.7 µs. A counter
 * for each fixed part, weighted, is smaller still, but lets more pass than the limit when requests come unevenly.
 */
final class WindowScript {

    /** Parts of the window; the script has the same number. */
    static final int SLICES = 128;

    /** Of the answer, for each caller: requests admitted, requests that could follow, microseconds until there is room for more. */
    static final int NUMBERS_EACH = 3;

    static final String SOURCE = """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local answer = {}
            for i, key in ipairs(KEYS) do
              local limit = tonumber(ARGV[3 * i - 2])
              local window = tonumber(ARGV[3 * i - 1])
              local wanted = tonumber(ARGV[3 * i])
              local slice = window / 128

              local runs = redis.pcall('GET', key)
              if type(runs) ~= 'string' or #runs % 12 ~= 4 or #runs < 16 then -- nothing, or nothing of ours
                runs = struct.pack('<I4', 0)
              end
              local used = struct.unpack('<I4', runs)
              local newest, ofNewest = 0, 0
              if #runs > 4 then
                newest, ofNewest = struct.unpack('<dI4', runs, #runs - 11)
                if newest > now then -- the clock was set back: all of it may have been now
                  newest, ofNewest = now, used
                  runs = struct.pack('<I4dI4', used, now, used)
                end
              end

              local first = 5
              while first < #runs do
                local at, count = struct.unpack('<dI4', runs, first)
                if at + window > now then break end
                used = used - count
                first = first + 12
              end
              if first > #runs then used = 0 end

              local admitted = math.max(0, math.min(wanted, limit - used))
              if admitted > 0 then
                local last, run = #runs, admitted
                if first < last and math.floor(newest / slice) == math.floor(now / slice) then
                  last, run = last - 12, run + ofNewest
                end
                used = used + admitted
                runs = struct.pack('<I4', used) .. string.sub(runs, first, last) .. struct.pack('<dI4', now, run)
                first = 5
                redis.call('SET', key, runs, 'PX', math.ceil(window / 1000) + 1)
              end

              answer[#answer + 1] = admitted
              answer[#answer + 1] = math.max(0, limit - used)
              answer[#answer + 1] = struct.unpack('<d', runs, first) + window - now
            end
            return answer
            """;

    private final byte[] source;
    private final byte[] sha1;

    WindowScript(String source) {
        this.source = source.getBytes(StandardCharsets.US_ASCII);
        this.sha1 = sha1(this.source);
    }

    /** By its digest; an error with {@code NOSCRIPT} if Redis does not have it. */
    Request call(Collection<Group> groups) {
        return request(Command.EVALSHA, sha1, groups);
    }

    /** By its text; Redis has it afterwards. */
    Request callInFull(Collection<Group> groups) {
        return request(Command.EVAL, source, groups);
    }

    private static Request request(Command command, byte[] script, Collection<Group> groups) {
        Request request = Request.cmd(command).arg(script).arg(groups.size());
        for (Group group : groups) {
            request.arg(group.counted());
        }
        for (Group group : groups) {
            request.arg(group.limit().requests())
                    .arg(group.limit().windowMicros())
                    .arg(group.size());
        }
        return request;
    }

    private static byte[] sha1(byte[] text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text);
            return HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }
}
