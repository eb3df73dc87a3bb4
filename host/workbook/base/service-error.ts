/**
 * An error that a Google service would throw: script code sees it as `Exception`
 * (PLATFORM-11). Texts are Google's where they are known.
 */
export class ServiceError extends Error {
  override readonly name = "Exception";
}
