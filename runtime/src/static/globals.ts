/** Text codecs and names that libraries look for while they load; must be imported before them. */

/** Bytes that go into one call. */
const CHUNK = 8192;

const isAscii = (bytes: Uint8Array): boolean => {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] >= 0x80) return false;
  return true;
};

function decodeAscii(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += CHUNK)
    text += String.fromCharCode.apply(null, bytes.subarray(i, i + CHUNK) as unknown as number[]);
  return text;
}

function decodeUtf8(bytes: Uint8Array): string {
  if (isAscii(bytes)) return decodeAscii(bytes);
  let text = "";
  const chunk: number[] = [];
  for (let i = 0; i < bytes.length;) {
    const a = bytes[i++];
    if (a < 0x80) chunk.push(a);
    else if (a < 0xe0) chunk.push(((a & 31) << 6) | (bytes[i++] & 63));
    else if (a < 0xf0) chunk.push(((a & 15) << 12) | ((bytes[i++] & 63) << 6) | (bytes[i++] & 63));
    else {
      const point =
        (((a & 7) << 18) | ((bytes[i++] & 63) << 12) | ((bytes[i++] & 63) << 6) | (bytes[i++] & 63)) - 0x10000;
      chunk.push(0xd800 + (point >> 10), 0xdc00 + (point & 1023));
    }
    if (chunk.length > CHUNK - 2) text += String.fromCharCode(...chunk.splice(0));
  }
  return text + String.fromCharCode(...chunk);
}

function encodeUtf8(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 3);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    let c = text.charCodeAt(i);
    if (c < 0x80) {
      out[n++] = c;
      continue;
    }
    if (c < 0x800) {
      out[n++] = 0xc0 | (c >> 6);
    } else {
      const low = text.charCodeAt(i + 1);
      if (c >= 0xd800 && c < 0xdc00 && low >= 0xdc00 && low < 0xe000) {
        i++;
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
        out[n++] = 0xf0 | (c >> 18);
        out[n++] = 0x80 | ((c >> 12) & 63);
      } else {
        if (c >= 0xd800 && c < 0xe000) c = 0xfffd;
        out[n++] = 0xe0 | (c >> 12);
      }
      out[n++] = 0x80 | ((c >> 6) & 63);
    }
    out[n++] = 0x80 | (c & 63);
  }
  return out.slice(0, n);
}

class Decoder {
  decode(input?: ArrayBuffer | ArrayBufferView): string {
    if (!input) return "";
    return decodeUtf8(
      ArrayBuffer.isView(input)
        ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
        : new Uint8Array(input),
    );
  }
}

class Encoder {
  encode(text = ""): Uint8Array {
    return encodeUtf8(text);
  }
}

function atob(text: string): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  let bits = 0;
  let held = 0;
  let out = "";
  for (const letter of text.replace(/=+$/, "")) {
    bits = (bits << 6) | letters.indexOf(letter);
    held += 6;
    if (held >= 8) {
      held -= 8;
      out += String.fromCharCode((bits >> held) & 255);
    }
  }
  return out;
}

Object.assign(globalThis, {
  self: globalThis,
  window: globalThis,
  TextDecoder: Decoder,
  TextEncoder: Encoder,
  atob,
  performance: { now: () => 0 },
});

export {};
