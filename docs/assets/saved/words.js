/* What readers are told about saving: sizes, days, and a sentence for each thing that can go wrong.
   Needs: nothing. Gives: savedWords. */
(() => {
  "use strict";
  const own = (window.contractReference ||= {});

  const plain = (figures) => figures.replace(".", say`.`);
  const size = (bytes) => {
    const millions = bytes / 1e6;
    const figures = plain(millions < 0.1 ? "0.1" : millions.toFixed(millions < 100 ? 1 : 0));
    return say`${figures} MB`;
  };
  const gigabytes = (bytes) => (bytes < 1e9 ? size(bytes) : say`${plain((bytes / 1e9).toFixed(1))} GB`);
  const day = (moment) => new Date(moment).toLocaleDateString(say`en-US`, { dateStyle: "long" });
  const minute = (moment) => new Date(moment).toLocaleString(say`en-US`, { dateStyle: "long", timeStyle: "short" });

  const FAULTS = {
    network: say`The network failed before everything was here. What has arrived is kept; trying again goes on from there.`,
    changed: say`A file did not arrive as the site’s list has it. The site may be changing just now, or the network put a page of its own in between. Try again in a few minutes.`,
    publishing: say`The site is being published just now. Try again in a few minutes.`,
    gone: say`The site no longer has one of the agreements saved here. Remove it on the page “Saved on this device” to update the others.`,
    reload: say`The site has changed the way it saves. Load this page again, then try once more.`,
    room: say`There is not enough room on this device for what is missing. Remove something that is saved, or make room, and try again.`,
    worker: say`This browser does not keep pages for reading without a network. Private windows and old browsers often do not.`,
    device: say`The browser could not keep the files on this device.`,
    stopped: say`Stopped. What has arrived is kept; saving again goes on from there.`,
  };
  const fault = ({ kind, needed }) => (kind === "room" && needed ? say`There is not enough room on this device for what is missing. Remove something that is saved, or make room, and try again. Missing: ${size(needed)}.` : FAULTS[kind] || FAULTS.device);

  own.savedWords = { day, fault, gigabytes, minute, size };
})();
