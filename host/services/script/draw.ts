/**
 * A whole number below `size`, always the same for the same text: the moment within an hour that Google chooses at
 * random is derived here, so that tests can be repeated.
 */
export const draw = (text: string, size: number): number => {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  }
  return (hash >>> 0) % size;
};
