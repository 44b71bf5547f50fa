// Private copies of what the driver needs, taken before the candidate is loaded: a patched JSON.stringify or
// Array.prototype changes nothing here. Imported before anything else.
export const uncurry = (method) => Function.prototype.call.bind(method);
export const apply = Reflect.apply;
export const ownKeys = Reflect.ownKeys;
export const describe = Reflect.getOwnPropertyDescriptor;
export const define = Object.defineProperty;
export const bare = Object.create;
export const quote = JSON.stringify;
export const isArray = Array.isArray;
export const toText = String;
export const Failure = TypeError;
export const Pledge = Promise;
export const later = setTimeout;
export const cut = uncurry(String.prototype.slice);
export const matchOf = uncurry(RegExp.prototype.exec);
export const bytesFrom = Buffer.from;
export const lengthOf = uncurry(Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), 'byteLength').get);

/** A promise whose waiting consults nothing that the candidate can replace. */
export const settle = (value) => {
  const pledge = new Pledge((resolve) => resolve(value));
  return define(pledge, 'constructor', { value: Pledge, __proto__: null });
};
