import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { openCode } from "../../support/host";
import { runScript } from "./run-script";

const formatted = (pattern: string, zone: string, iso: string): Promise<unknown> =>
  runScript(`return Utilities.formatDate(new Date("${iso}"), "${zone}", "${pattern}");`);

describe("Utilities.formatDate", () => {
  it.each([
    ["yyyy-MM-dd HH:mm:ss", "Europe/Berlin", "2026-07-01T22:30:05Z", "2026-07-02 00:30:05"],
    ["yyyy-MM-dd", "America/New_York", "2026-03-01T03:00:00Z", "2026-02-28"],
    ["EEE, d MMM yy", "UTC", "2026-11-22T00:00:00Z", "Sun, 22 Nov 26"],
    ["EEEE MMMM", "UTC", "2026-11-22T00:00:00Z", "Sunday November"],
    ["h:mm a 'o''clock'", "UTC", "2026-11-22T00:05:00Z", "12:05 AM o'clock"],
    ["k K H h", "UTC", "2026-11-22T00:05:00Z", "24 0 0 12"],
    ["S SSS", "UTC", "2026-11-22T00:05:00.007Z", "7 007"],
    ["Z X XX XXX", "Asia/Kolkata", "2026-11-22T00:00:00Z", "+0530 +05 +0530 +05:30"],
    ["X", "UTC", "2026-11-22T00:00:00Z", "Z"],
    ["HH:mm", "GMT-03:30", "2026-11-22T00:00:00Z", "20:30"],
    ["z", "Europe/Berlin", "2026-07-01T00:00:00Z", "CEST"],
    ["z", "America/New_York", "2026-12-01T00:00:00Z", "EST"],
    ["D w u F W", "UTC", "2026-11-22T00:00:00Z", "326 48 7 4 4"],
    ["YYYY w", "UTC", "2026-12-31T00:00:00Z", "2027 1"],
  ])("writes %s in %s", async (pattern, zone, iso, expected) => {
    expect(await formatted(pattern, zone, iso)).toBe(expected);
  });

  it("refuses an unknown letter, an open quote and an unknown zone", async () => {
    await expect(formatted("yyyy-bb", "UTC", "2026-01-01")).rejects.toThrow(
      "Illegal pattern character 'b'",
    );
    await expect(formatted("yyyy 'at", "UTC", "2026-01-01")).rejects.toThrow("Unterminated quote");
    await expect(formatted("yyyy", "Europe/Nowhere", "2026-01-01")).rejects.toThrow(
      "Invalid argument: timeZone",
    );
  });

  it("refuses what is no date with Google's text", async () => {
    await expect(
      runScript('return Utilities.formatDate("2026-01-01", "UTC", "yyyy");'),
    ).rejects.toMatchObject({
      name: "Exception",
      message:
        "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    });
  });

  it("is read back by parseDate", async () => {
    const read = await runScript(
      'return Utilities.parseDate("02 Jul 2026 00:30", "Europe/Berlin", "dd MMM yyyy HH:mm");',
    );
    expect(read).toEqual(new Date("2026-07-01T22:30:00Z"));
  });
});

describe("Utilities' bytes", () => {
  it("are signed", async () => {
    expect(await runScript('return Utilities.newBlob("ä").getBytes();')).toEqual([-61, -92]);
  });

  it("turn letters that US-ASCII lacks into question marks if no charset is named", async () => {
    expect(await runScript('return Utilities.base64Encode("ä");')).toBe("Pw==");
    expect(await runScript('return Utilities.base64Encode("ä", Utilities.Charset.UTF_8);')).toBe(
      "w6Q=",
    );
  });

  it("of a digest and of an HMAC are those of the standards", async () => {
    const digest = createHash("sha256").update("abc").digest();
    const signature = createHmac("sha256", "key").update("abc").digest();
    expect(
      await runScript(
        'return [Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, "abc"), Utilities.computeHmacSha256Signature("abc", "key")];',
      ),
    ).toEqual([[...new Int8Array(digest)], [...new Int8Array(signature)]]);
  });

  it("survive base 64 in both alphabets", async () => {
    const host = await openCode(
      "function there(bytes) { return [Utilities.base64Decode(Utilities.base64Encode(bytes)), Utilities.base64DecodeWebSafe(Utilities.base64EncodeWebSafe(bytes))]; }",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -128, max: 127 }), { maxLength: 40 }),
        async (bytes) => {
          expect((await host.call("there", bytes)).result).toEqual([bytes, bytes]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("above 127 are refused", async () => {
    await expect(runScript("return Utilities.base64Encode([200]);")).rejects.toThrow(
      "bytes are -128 to 127",
    );
  });
});

describe("Utilities", () => {
  it("fills the placeholders of formatString", async () => {
    expect(
      await runScript(
        'return Utilities.formatString("%s owes %05.1f, %,d%% of %x", "Ada", 12.25, 1234567, 255);',
      ),
    ).toBe("Ada owes 012.3, 1,234,567% of ff");
  });

  it("parses a CSV with quotes, delimiters and line ends within", async () => {
    expect(
      await runScript('return Utilities.parseCsv(\'a,"b ""c"", d"\\n"two\\nlines",\\n\');'),
    ).toEqual([
      ["a", 'b "c", d'],
      ["two\nlines", ""],
    ]);
  });

  it("sleeps on the virtual clock, and not longer than five minutes", async () => {
    const host = await openCode("function nap(ms) { Utilities.sleep(ms); return Date.now(); }", {
      now: "2026-01-01T00:00:00Z",
    });
    expect((await host.call("nap", 90_000)).result).toBe(Date.parse("2026-01-01T00:01:30Z"));
    await expect(host.call("nap", 300_001)).rejects.toThrow("Argument too large: milliseconds");
  });

  it("is killed when its sleeps outlast six minutes, whatever is caught", async () => {
    await expect(
      runScript("try { Utilities.sleep(300000); Utilities.sleep(61000); } catch (e) {} return 1;"),
    ).rejects.toMatchObject({ name: "Killed", message: "Exceeded maximum execution time" });
  });

  it("says of what it lacks that the local host lacks it", async () => {
    await expect(runScript('return Utilities.unzip(Utilities.newBlob("x"));')).rejects.toThrow(
      "not in the local host: Utilities.unzip",
    );
  });
});
