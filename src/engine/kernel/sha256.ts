const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
/** The first 32 bits after the point of a number's root, as SHA-256 takes them. */
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;
const primes: number[] = [];
for (let n = 2; primes.length < 64; n++) {
  if (primes.every((prime) => n % prime !== 0)) primes.push(n);
}
const rounds = primes.map((prime) => fraction(Math.cbrt(prime)));
const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

/** SHA-256 of text in ASCII, as eight words of 32 bits (FIPS 180-4). A digest that nobody can aim at, unlike a fingerprint. */
export function sha256(ascii: string): readonly number[] {
  const blocks = (ascii.length + 9 + 63) >> 6;
  const words = new Array<number>(blocks * 16).fill(0);
  for (let at = 0; at <= ascii.length; at++) {
    const byte = at < ascii.length ? ascii.charCodeAt(at) : 0x80;
    words[at >> 2] = (words[at >> 2] ?? 0) | (byte << (24 - 8 * (at & 3)));
  }
  words[words.length - 1] = ascii.length * 8;
  let state = start;
  for (let at = 0; at < words.length; at += 16) {
    const mixed = mix(state, words.slice(at, at + 16));
    state = state.map((word, i) => (word + (mixed[i] ?? 0)) | 0);
  }
  return state.map((word) => word >>> 0);
}

function mix(state: readonly number[], words: number[]): readonly number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  const word = (at: number): number => words[at] ?? 0;
  for (let i = 0; i < 64; i++) {
    if (i > 15) {
      const [x, y] = [word(i - 15), word(i - 2)];
      const low = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
      const high = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
      words[i] = (word(i - 16) + low + word(i - 7) + high) | 0;
    }
    const sum = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + sum + ((e & f) ^ (~e & g)) + (rounds[i] ?? 0) + word(i)) | 0;
    const other = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (other + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h];
}
