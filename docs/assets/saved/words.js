/* What readers are told about saving: sizes, days, and a sentence for each thing that can go wrong.
   Needs: nothing. Gives: savedWords. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});

  const size = (bytes) => {
    const millions = bytes / 1e6;
    return (millions < 0.1 ? "0.1" : millions.toFixed(millions < 100 ? 1 : 0)) + " MB";
  };
  const gigabytes = (bytes) => (bytes < 1e9 ? size(bytes) : (bytes / 1e9).toFixed(1) + " GB");
  const day = (moment) => new Date(moment).toLocaleDateString("en-US", { dateStyle: "long" });
  const minute = (moment) => new Date(moment).toLocaleString("en-US", { dateStyle: "long", timeStyle: "short" });

  const FAULTS = {
    network: "The network failed before everything was here. What has arrived is kept; trying again goes on from there.",
    changed: "A file did not arrive as the site’s list has it. The site may be changing just now, or the network put a page of its own in between. Try again in a few minutes.",
    publishing: "The site is being published just now. Try again in a few minutes.",
    gone: "The site no longer has one of the agreements saved here. Remove it on the page “Saved on this device” to update the others.",
    reload: "The site has changed the way it saves. Load this page again, then try once more.",
    room: "There is not enough room on this device for what is missing. Remove something that is saved, or make room, and try again.",
    worker: "This browser does not keep pages for reading without a network. Private windows and old browsers often do not.",
    device: "The browser could not keep the files on this device.",
    stopped: "Stopped. What has arrived is kept; saving again goes on from there.",
  };
  const fault = ({ kind, needed }) => (FAULTS[kind] || FAULTS.device) + (kind === "room" && needed ? " Missing: " + size(needed) + "." : "");

  own.savedWords = { day, fault, gigabytes, minute, size };
})();
