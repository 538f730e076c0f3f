// Tells what the last script run has to tell, to whoever shows it.
export default async function ({ data }) {
  const { news } = await import(new URL("BASE_URL" + "news.js", document.baseURI));
  news.tell(data);
}
