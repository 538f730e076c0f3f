// Call functions of the module in the first argument: reads [[function, settings], …] as JSON from standard input, and
// writes what they return. Numbers travel by their bits, because JSON has neither infinities nor NaN.
const kernels = await import(Deno.args[0]);

const packed = (value) =>
  ArrayBuffer.isView(value) ? { bits: new Uint8Array(Float64Array.from(value).buffer).toBase64() } : value;
const unpacked = (_, value) => value?.bits ? new Float64Array(Uint8Array.fromBase64(value.bits).buffer) : value;

const calls = JSON.parse(await new Response(Deno.stdin.readable).text(), unpacked);
const answers = calls.map(([name, settings]) => kernels[name](settings));
await Deno.stdout.write(new TextEncoder().encode(JSON.stringify(answers, (_, value) => packed(value))));
