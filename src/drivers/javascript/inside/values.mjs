// Values as they cross the channel. Objects are read by own data properties only: no getter, no toJSON, no Proxy runs.
import { types } from 'node:util';
import { bytesFrom, cut, define, describe, Failure, isArray, lengthOf, ownKeys, quote, toText, uncurry } from './originals.mjs';

export const LINE_LIMIT = 16 * 1024 * 1024;
// The line itself is one level of its 64.
const DEPTH_LIMIT = 60;

const isFinite_ = Number.isFinite;
const toBigInt = BigInt;
const base64Of = uncurry(Buffer.prototype.base64Slice);
const { isProxy, isUint8Array, isDate, isRegExp, isMap, isSet, isWeakMap, isWeakSet, isPromise, isNativeError } = types;
const { isBoxedPrimitive, isAnyArrayBuffer, isArrayBufferView, isExternal, isModuleNamespaceObject, isGeneratorObject } = types;

const isExotic = (value) =>
  isDate(value) ||
  isRegExp(value) ||
  isMap(value) ||
  isSet(value) ||
  isWeakMap(value) ||
  isWeakSet(value) ||
  isPromise(value) ||
  isNativeError(value) ||
  isBoxedPrimitive(value) ||
  isAnyArrayBuffer(value) ||
  isArrayBufferView(value) ||
  isExternal(value) ||
  isModuleNamespaceObject(value) ||
  isGeneratorObject(value);

const encodeNumber = (value) => {
  if (!isFinite_(value)) throw new Failure(`not JSON: ${toText(value)}`);
  return quote(value);
};

const encodeBigInt = (value) => {
  const small = value >= -9007199254740991n && value <= 9007199254740991n;
  return small ? toText(value) : `{"$integer":"${toText(value)}"}`;
};

const dataOf = (object, key) => {
  const property = describe(object, key);
  if (property === undefined) return undefined;
  if (!('value' in property)) throw new Failure(`not JSON: a getter, ${cut(toText(key), 0, 100)}`);
  return property.value;
};

const encodeArray = (value, depth) => {
  const length = dataOf(value, 'length');
  let text = '[';
  for (let index = 0; index < length; index += 1) {
    text += (index === 0 ? '' : ',') + encode(dataOf(value, index), depth + 1);
    if (text.length > LINE_LIMIT) throw new Failure('not JSON: too large');
  }
  return `${text}]`;
};

const encodeObject = (value, depth) => {
  const keys = ownKeys(value);
  let text = '{';
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index];
    if (typeof key !== 'string' || !describe(value, key).enumerable) continue;
    const member = dataOf(value, key);
    // As JSON.stringify does: a member that is undefined is left out.
    if (member === undefined) continue;
    text += `${(text === '{' ? '' : ',') + quote(key)}:${encode(member, depth + 1)}`;
    if (text.length > LINE_LIMIT) throw new Failure('not JSON: too large');
  }
  return `${text}}`;
};

export const encode = (value, depth) => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return encodeNumber(value);
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return encodeBigInt(value);
  if (typeof value !== 'object') throw new Failure(`not JSON: a ${typeof value}`);
  if (isProxy(value)) throw new Failure('not JSON: a Proxy');
  if (depth > DEPTH_LIMIT) throw new Failure('not JSON: cyclic or nested too deeply');
  if (isUint8Array(value)) return `{"$bytes":"${base64Of(value, 0, lengthOf(value))}"}`;
  if (isArray(value)) return encodeArray(value, depth);
  if (isExotic(value)) throw new Failure('not JSON: an object that is not plain data');
  return encodeObject(value, depth);
};

export const decode = (value) => {
  if (typeof value !== 'object' || value === null) return value;
  const keys = ownKeys(value);
  if (!isArray(value) && keys.length === 1) {
    if (keys[0] === '$bytes' && typeof value.$bytes === 'string') return bytesFrom(value.$bytes, 'base64');
    if (keys[0] === '$integer' && typeof value.$integer === 'string') return toBigInt(value.$integer);
  }
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index];
    if (key === 'length' && isArray(value)) continue;
    define(value, key, { value: decode(value[key]), writable: true, enumerable: true, configurable: true, __proto__: null });
  }
  return value;
};
