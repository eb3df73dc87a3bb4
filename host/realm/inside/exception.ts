/** An Error of a Google service as a script sees it: its name is "Exception" (PLATFORM-11). */
export const exception = (message: string, name = "Exception"): Error => {
  const error = new Error(message);
  Object.defineProperty(error, "name", { value: name, configurable: true, writable: true });
  return error;
};
