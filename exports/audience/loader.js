(() => {
  const load = (file, tries) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const again = () => (tries > 1 ? load(file, tries - 1).then(resolve, reject) : reject(new Error(file)));
      script.src = file;
      script.onload = resolve;
      script.onerror = () => setTimeout(again, 2000);
      document.head.append(script);
    });
  const isRead = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
  const files = document.currentScript.dataset.files.split(" ");
  Promise.all([isRead, ...files.map((file) => load(file, 10))]).then(() => {
    const { openAudiencePage } = globalThis.downhill;
    return openAudiencePage(globalThis.downhill);
  }).catch((error) => {
    document.getElementById("said").textContent = `The picture cannot be shown: ${error.message}`;
    throw error;
  });
})();
