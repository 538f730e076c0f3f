// Hands the bytes of one parcel to the store that the player reads.
export default async function ({ data }) {
  const { receive } = await import(new URL("BASE_URL" + "parcels.js", document.baseURI));
  await receive(data);
}
