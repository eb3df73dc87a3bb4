/**
 * The library of ES2020, by holder: what Apps Script is sure to have (PLATFORM-7). Whatever a
 * newer Node adds is absent from this list and therefore deleted, so no list of novelties is kept.
 * V8's own Error extras stay, since Apps Script is V8.
 */
export const es2020: Readonly<Record<string, string>> = {
  globalThis:
    "Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math Intl ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet Proxy Reflect decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN",
  Object:
    "assign create defineProperties defineProperty entries freeze fromEntries getOwnPropertyDescriptor getOwnPropertyDescriptors getOwnPropertyNames getOwnPropertySymbols getPrototypeOf is isExtensible isFrozen isSealed keys preventExtensions seal setPrototypeOf values",
  Array: "from isArray of",
  "Array.prototype":
    "concat copyWithin entries every fill filter find findIndex flat flatMap forEach includes indexOf join keys lastIndexOf map pop push reduce reduceRight reverse shift slice some sort splice toLocaleString toString unshift values",
  String: "fromCharCode fromCodePoint raw",
  "String.prototype":
    "anchor big blink bold charAt charCodeAt codePointAt concat endsWith fixed fontcolor fontsize includes indexOf italics lastIndexOf link localeCompare match matchAll normalize padEnd padStart repeat replace search slice small split startsWith strike sub substr substring sup toLocaleLowerCase toLocaleUpperCase toLowerCase toString toUpperCase trim trimEnd trimLeft trimRight trimStart valueOf",
  "Number.prototype": "toExponential toFixed toLocaleString toPrecision toString valueOf",
  Promise: "all allSettled race reject resolve",
  "Promise.prototype": "catch finally then",
  Map: "",
  "Map.prototype": "clear delete entries forEach get has keys set size values",
  Set: "",
  "Set.prototype": "add clear delete entries forEach has keys size values",
  WeakMap: "",
  "WeakMap.prototype": "delete get has set",
  WeakSet: "",
  "WeakSet.prototype": "add delete has",
  Symbol:
    "asyncIterator for hasInstance isConcatSpreadable iterator keyFor match matchAll replace search species split toPrimitive toStringTag unscopables",
  "Symbol.prototype": "description toString valueOf",
  Math: "E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 abs acos acosh asin asinh atan atan2 atanh cbrt ceil clz32 cos cosh exp expm1 floor fround hypot imul log log10 log1p log2 max min pow random round sign sin sinh sqrt tan tanh trunc",
  JSON: "parse stringify",
  Reflect:
    "apply construct defineProperty deleteProperty get getOwnPropertyDescriptor getPrototypeOf has isExtensible ownKeys preventExtensions set setPrototypeOf",
  RegExp:
    "$& $' $+ $1 $2 $3 $4 $5 $6 $7 $8 $9 $_ $` input lastMatch lastParen leftContext rightContext",
  "RegExp.prototype":
    "compile dotAll exec flags global ignoreCase multiline source sticky test toString unicode",
  ArrayBuffer: "isView",
  "ArrayBuffer.prototype": "byteLength slice",
  TypedArray: "from of",
  "TypedArray.prototype":
    "buffer byteLength byteOffset copyWithin entries every fill filter find findIndex forEach includes indexOf join keys lastIndexOf length map reduce reduceRight reverse set slice some sort subarray toLocaleString toString values",
  "DataView.prototype":
    "buffer byteLength byteOffset getBigInt64 getBigUint64 getFloat32 getFloat64 getInt16 getInt32 getInt8 getUint16 getUint32 getUint8 setBigInt64 setBigUint64 setFloat32 setFloat64 setInt16 setInt32 setInt8 setUint16 setUint32 setUint8",
  BigInt: "asIntN asUintN",
  Error: "captureStackTrace prepareStackTrace stackTraceLimit",
};
