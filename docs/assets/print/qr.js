/* QR codes, made on the page: byte mode, error correction level M (a code still reads with 15 % of it lost), all 40 versions,
   the mask with the least penalty. After ISO/IEC 18004. Loaded only when a code is asked for.
   Needs: nothing. Gives: qr. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});

  /* Level M, by version from 1: codewords of correction in a block, and blocks. */
  const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, ...Array(19).fill(28)];
  const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49];
  const LEVEL_M = 0;
  const BYTE_MODE = 4;
  const MASKS = [
    (x, y) => (x + y) % 2,
    (_x, y) => y % 2,
    (x) => x % 3,
    (x, y) => (x + y) % 3,
    (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
    (x, y) => ((x * y) % 2) + ((x * y) % 3),
    (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
    (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
  ];

  /* How much a version holds ------------------------------------------------------------------------------------------ */

  const sizeOf = (version) => 17 + 4 * version;

  /* The modules left for data when the fixed patterns and the format and version information are taken away. */
  const capacity = (version) => {
    let bits = (16 * version + 128) * version + 64;
    if (version >= 2) {
      const lines = Math.floor(version / 7) + 2;
      bits -= (25 * lines - 10) * lines - 55;
      if (version >= 7) bits -= 36;
    }
    return Math.floor(bits / 8);
  };

  const dataCodewords = (version) => capacity(version) - CORRECTION[version - 1] * BLOCKS[version - 1];
  const lengthBits = (version) => (version < 10 ? 8 : 16);

  const fitting = (count) => {
    for (let version = 1; version <= 40; version += 1) {
      if (4 + lengthBits(version) + 8 * count <= 8 * dataCodewords(version)) return version;
    }
    throw new RangeError("too long for a QR code");
  };

  /* Codewords --------------------------------------------------------------------------------------------------------- */

  const dataOf = (bytes, version) => {
    const bits = [];
    const add = (value, count) => { for (let bit = count - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1); };
    const room = 8 * dataCodewords(version);
    add(BYTE_MODE, 4);
    add(bytes.length, lengthBits(version));
    bytes.forEach((byte) => add(byte, 8));
    add(0, Math.min(4, room - bits.length));
    add(0, (8 - (bits.length % 8)) % 8);
    for (let pad = 0xec; bits.length < room; pad ^= 0xec ^ 0x11) add(pad, 8);
    const codewords = [];
    for (let at = 0; at < bits.length; at += 8) codewords.push(bits.slice(at, at + 8).reduce((all, bit) => all * 2 + bit, 0));
    return codewords;
  };

  /* Multiplication in the field of 256 elements with the polynomial 0x11d. */
  const times = (one, other) => {
    let product = 0;
    for (let bit = 7; bit >= 0; bit -= 1) product = ((product << 1) ^ ((product >>> 7) * 0x11d)) ^ (((other >>> bit) & 1) * one);
    return product;
  };

  const generator = (degree) => {
    const factors = Array(degree).fill(0);
    factors[degree - 1] = 1;
    let root = 1;
    for (let step = 0; step < degree; step += 1) {
      for (let at = 0; at < degree; at += 1) factors[at] = times(factors[at], root) ^ (at + 1 < degree ? factors[at + 1] : 0);
      root = times(root, 2);
    }
    return factors;
  };

  const remainder = (data, divisor) => {
    const rest = divisor.map(() => 0);
    for (const byte of data) {
      const factor = byte ^ rest.shift();
      rest.push(0);
      divisor.forEach((each, at) => { rest[at] ^= times(each, factor); });
    }
    return rest;
  };

  /* The codewords in the order in which they are placed: the blocks' first ones, their second ones, …, then the correction. */
  const interleaved = (data, version) => {
    const count = BLOCKS[version - 1];
    const correction = CORRECTION[version - 1];
    const short = Math.floor(data.length / count);
    const longer = data.length % count; /* this many blocks at the end have one codeword more */
    const divisor = generator(correction);
    const blocks = [];
    for (let block = 0, at = 0; block < count; block += 1) {
      const length = short + (block >= count - longer ? 1 : 0);
      const own_ = data.slice(at, at + length);
      blocks.push({ data: own_, correction: remainder(own_, divisor) });
      at += length;
    }
    const all = [];
    for (let at = 0; at <= short; at += 1) for (const each of blocks) if (at < each.data.length) all.push(each.data[at]);
    for (let at = 0; at < correction; at += 1) for (const each of blocks) all.push(each.correction[at]);
    return all;
  };

  /* The picture ------------------------------------------------------------------------------------------------------- */

  const alignment = (version) => {
    if (version === 1) return [];
    const count = Math.floor(version / 7) + 2;
    const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
    const places = [6];
    for (let place = sizeOf(version) - 7; places.length < count; place -= step) places.splice(1, 0, place);
    return places;
  };

  const checked = (value, bits, polynomial) => {
    let rest = value;
    const top = 31 - Math.clz32(polynomial);
    for (let step = 0; step < top; step += 1) rest = (rest << 1) ^ ((rest >>> (top - 1)) * polynomial);
    return (value << top) | rest;
  };

  const drawing = (version) => {
    const size = sizeOf(version);
    const square = () => Array.from({ length: size }, () => Array(size).fill(false));
    const dark = square();
    const fixed = square();
    const set = (x, y, value) => {
      if (x < 0 || y < 0 || x >= size || y >= size) return;
      dark[y][x] = Boolean(value);
      fixed[y][x] = true;
    };
    return { size, dark, fixed, set };
  };

  const drawFixed = (picture, version) => {
    const { size, set } = picture;
    for (let at = 0; at < size; at += 1) { set(6, at, at % 2 === 0); set(at, 6, at % 2 === 0); }
    for (const [left, top] of [[3, 3], [size - 4, 3], [3, size - 4]]) {
      for (let dy = -4; dy <= 4; dy += 1) for (let dx = -4; dx <= 4; dx += 1) {
        const distance = Math.max(Math.abs(dx), Math.abs(dy));
        set(left + dx, top + dy, distance !== 2 && distance !== 4);
      }
    }
    const places = alignment(version);
    const last = places.length - 1;
    places.forEach((x, column) => places.forEach((y, row) => {
      if ((row === 0 && (column === 0 || column === last)) || (row === last && column === 0)) return;
      for (let dy = -2; dy <= 2; dy += 1) for (let dx = -2; dx <= 2; dx += 1) set(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
    }));
    if (version < 7) return;
    const bits = checked(version, 6, 0x1f25);
    for (let at = 0; at < 18; at += 1) {
      const [near, far] = [Math.floor(at / 3), size - 11 + (at % 3)];
      set(near, far, (bits >>> at) & 1);
      set(far, near, (bits >>> at) & 1);
    }
  };

  const drawFormat = (picture, mask) => {
    const { size, set } = picture;
    const bits = checked((LEVEL_M << 3) | mask, 5, 0x537) ^ 0x5412;
    const bit = (at) => (bits >>> at) & 1;
    for (let at = 0; at <= 5; at += 1) set(8, at, bit(at));
    set(8, 7, bit(6));
    set(8, 8, bit(7));
    set(7, 8, bit(8));
    for (let at = 9; at < 15; at += 1) set(14 - at, 8, bit(at));
    for (let at = 0; at < 8; at += 1) set(size - 1 - at, 8, bit(at));
    for (let at = 8; at < 15; at += 1) set(8, size - 15 + at, bit(at));
    set(8, size - 8, 1);
  };

  /* From the right, two columns at a time, upwards and downwards in turn. */
  const drawData = ({ size, dark, fixed }, codewords) => {
    let at = 0;
    for (let right = size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5;
      for (let step = 0; step < size; step += 1) for (let side = 0; side < 2; side += 1) {
        const x = right - side;
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
        if (fixed[y][x] || at >= codewords.length * 8) continue;
        dark[y][x] = Boolean((codewords[at >>> 3] >>> (7 - (at & 7))) & 1);
        at += 1;
      }
    }
  };

  const applyMask = ({ size, dark, fixed }, mask) => {
    for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) {
      if (!fixed[y][x] && MASKS[mask](x, y) === 0) dark[y][x] = !dark[y][x];
    }
  };

  /* Which mask: the one whose picture is least like what scanners look for, or could take for it ------------------------- */

  const linePenalty = (line) => {
    let penalty = 0;
    for (let at = 0, run = 0; at < line.length; at += 1) {
      run = at && line[at] === line[at - 1] ? run + 1 : 1;
      if (run === 5) penalty += 3;
      else if (run > 5) penalty += 1;
    }
    const text = line.map(Number).join("");
    for (const like of ["00001011101", "10111010000"]) {
      for (let at = text.indexOf(like); at >= 0; at = text.indexOf(like, at + 1)) penalty += 40;
    }
    return penalty;
  };

  const penalty = ({ size, dark }) => {
    let total = 0;
    let count = 0;
    for (let at = 0; at < size; at += 1) total += linePenalty(dark[at]) + linePenalty(dark.map((row) => row[at]));
    for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) {
      count += Number(dark[y][x]);
      if (x && y && dark[y][x] === dark[y][x - 1] && dark[y][x] === dark[y - 1][x] && dark[y][x] === dark[y - 1][x - 1]) total += 3;
    }
    return total + 10 * Math.floor(Math.abs((count * 100) / (size * size) - 50) / 5);
  };

  /* Returns the modules of a code, true for dark, without the quiet zone; the mask may be given. */
  const encode = (text, mask) => {
    const bytes = [...new TextEncoder().encode(text)];
    const version = fitting(bytes.length);
    const codewords = interleaved(dataOf(bytes, version), version);
    const drawn = (each) => {
      const picture = drawing(version);
      drawFixed(picture, version);
      drawFormat(picture, each);
      drawData(picture, codewords);
      applyMask(picture, each);
      return { mask: each, version, size: picture.size, modules: picture.dark, penalty: penalty(picture) };
    };
    if (mask !== undefined) return drawn(mask);
    return MASKS.map((_rule, each) => drawn(each)).reduce((best, each) => (each.penalty < best.penalty ? each : best));
  };

  const QUIET = 4; /* modules of white around a code, without which it cannot be read */

  const LINE = 44; /* characters of a caption beside each other */

  /* Words in lines that fit below a code; an address, which is one long word, is cut. */
  const lines = (words) => words.match(new RegExp(`\\S.{0,${LINE - 1}}(?=\\s|$)|\\S{1,${LINE}}`, "g")) || [];

  /* Returns a code as an SVG element, black on white whatever the colors of the page; `title` says what it leads to. Captions
     are written below it, the first of them bold. */
  const svg = (text, title, captions = []) => {
    const { size, modules } = encode(text);
    const space = "http://www.w3.org/2000/svg";
    const node = (name, values) => {
      const made = document.createElementNS(space, name);
      Object.entries(values).forEach(([key, value]) => made.setAttribute(key, value));
      return made;
    };
    const whole = size + 2 * QUIET;
    const high = whole / 24; /* of a line */
    const written = captions.flatMap((words, at) => lines(words).map((line) => ({ line, bold: at === 0 })));
    const height = whole + (written.length ? (written.length + 1) * high : 0);
    const path = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : ""))).join("");
    const picture = node("svg", { xmlns: space, viewBox: `0 0 ${whole} ${height}`, role: "img", "shape-rendering": "crispEdges" });
    const named = node("title", {});
    named.textContent = title;
    picture.append(named, node("rect", { width: whole, height, fill: "#fff" }), node("path", { d: path, fill: "#000" }));
    written.forEach(({ line, bold }, at) => {
      const words = node("text", {
        x: whole / 2, y: whole + (at + 0.5) * high, "text-anchor": "middle", fill: "#000",
        "font-family": "sans-serif", "font-size": high * 0.7, "font-weight": bold ? 700 : 400,
      });
      words.textContent = line;
      picture.append(words);
    });
    return picture;
  };

  own.qr = { encode, svg };
})();
