/**
 * The script of the table of every ticket, as text. Nothing here runs it: the report carries it to its
 * reader, and the document and the timers that it uses are those of the reader's browser. The page's
 * policy holds its hash.
 *
 * It reads the table that a browser without scripts shows, and shows a part of it that can be sorted,
 * filtered and searched. It writes only text, never markup, so nothing that a log holds can become
 * markup.
 */
export const EVERY_SCRIPT = String.raw`
(function () {
  "use strict";
  var SIZE = 50, PRINTED = 1000;
  var tools = document.getElementById("every-tools");
  var about = JSON.parse(document.getElementById("every-about").textContent);
  var lines = document.getElementById("every-plain").textContent.split("\n");
  var rows = [];
  for (var i = 0; i < lines.length; i++) if (lines[i].slice(0, 4) === "<tr ") rows.push({ line: lines[i], at: rows.length });
  var targets = {};
  about.targets.forEach(function (each) { targets[each.name] = each; });

  var NAMED = { "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&amp;": "&", "&#38;": "&", "&#60;": "<", "&#62;": ">" };
  function decoded(text) { return text.replace(/&(?:lt|gt|quot|amp|#\d+);/g, function (all) { return NAMED[all] || all; }); }
  function cellsOf(row) {
    if (!row.cells) row.cells = row.line.replace(/^<tr [^>]*>/, "").split(/<\/t[hd]>/).slice(0, -1).map(function (text) {
      return decoded(text.slice(text.indexOf(">") + 1));
    });
    return row.cells;
  }
  function dataOf(row) {
    if (!row.data) row.data = JSON.parse(decoded(row.line.slice(row.line.indexOf("'") + 1, row.line.lastIndexOf("'"))));
    return row.data;
  }
  function make(name, attributes, children) {
    var element = document.createElement(name);
    for (var key in attributes || {}) element.setAttribute(key, attributes[key]);
    (children || []).forEach(function (child) { element.append(child); });
    return element;
  }
  function svg(name, attributes) {
    var element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (var key in attributes) element.setAttribute(key, attributes[key]);
    return element;
  }

  var state = { text: "", filters: {}, sort: null, down: false, page: 0, size: SIZE };
  var shown = rows;
  var byName = new Intl.Collator("en", { numeric: true });

  function chosen() {
    var words = state.text.toLowerCase().split(/\s+/).filter(Boolean);
    var keys = Object.keys(state.filters).filter(function (key) { return state.filters[key] !== ""; });
    var found = words.length + keys.length === 0 ? rows.slice() : rows.filter(function (row) {
      var cells = cellsOf(row);
      if (!keys.every(function (key) { return cells[key] === state.filters[key]; })) return false;
      var text = cells.join(" ").toLowerCase();
      return words.every(function (word) { return text.indexOf(word) >= 0; });
    });
    if (state.sort === null) return found;
    var column = about.columns[state.sort], way = state.down ? -1 : 1;
    return found.sort(function (a, b) {
      if (column.key === null) return way * byName.compare(cellsOf(a)[state.sort], cellsOf(b)[state.sort]) || a.at - b.at;
      var x = dataOf(a)[column.key], y = dataOf(b)[column.key];
      if (x === null || y === null) return (x === null) - (y === null) || a.at - b.at;
      return way * (x - y) || a.at - b.at;
    });
  }

  var search = make("input", { type: "search", id: "every-search", autocomplete: "off" });
  var status = make("p", { role: "status", "class": "every-status" });
  var body = make("tbody");
  var heads = about.columns.map(function (column, index) {
    var button = make("button", { type: "button" }, [column.title]);
    button.addEventListener("click", function () {
      state.down = state.sort === index ? !state.down : column.isNumber;
      state.sort = index;
      update();
    });
    return make("th", { scope: "col", "class": column.isNumber ? "number" : "" }, [button]);
  });
  var table = make("table", { "class": "every" }, [
    make("caption", {}, ["Every ticket; each opens to what happened to it"]),
    make("thead", {}, [make("tr", {}, heads)]), body
  ]);
  var bar = make("div", { "class": "every-bar" }, [
    make("span", {}, [make("label", { "for": "every-search" }, ["Search"]), search])
  ]);
  about.choices.forEach(function (choice) {
    var id = "every-" + choice.column;
    var select = make("select", { id: id }, [make("option", { value: "" }, ["all"])].concat(
      choice.texts.map(function (text) { return make("option", { value: text }, [text]); })));
    select.addEventListener("change", function () { state.filters[choice.column] = select.value; state.page = 0; update(); });
    bar.append(make("span", {}, [make("label", { "for": id }, [about.columns[choice.column].title]), select]));
  });
  var back = make("button", { type: "button" }, ["Previous"]);
  var on = make("button", { type: "button" }, ["Next"]);
  var whole = make("button", { type: "button" }, ["All on one page, to print"]);
  back.addEventListener("click", function () { state.page--; show(); });
  on.addEventListener("click", function () { state.page++; show(); });
  whole.addEventListener("click", function () {
    state.size = state.size === SIZE ? Infinity : SIZE;
    whole.textContent = state.size === SIZE ? "All on one page, to print" : "A part at a time";
    state.page = 0;
    show();
  });
  var waiting = 0;
  search.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () { state.text = search.value; state.page = 0; update(); }, 120);
  });

  function update() {
    shown = chosen();
    heads.forEach(function (head, index) {
      if (state.sort === index) head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    show();
  }
  function show(most) {
    var size = most || state.size;
    var pages = Math.max(1, Math.ceil(shown.length / size));
    state.page = Math.min(Math.max(0, state.page), pages - 1);
    var from = most ? 0 : state.page * (size === Infinity ? 0 : size);
    var part = shown.slice(from, from + size);
    body.replaceChildren.apply(body, part.map(lineOf));
    var count = shown.length.toLocaleString("en-GB");
    var all = rows.length.toLocaleString("en-GB");
    var first = part.length === 0 ? 0 : from + 1;
    status.textContent = first.toLocaleString("en-GB") + " to " + (from + part.length).toLocaleString("en-GB") + " of " + count +
      (shown.length === rows.length ? "" : " found among " + all);
    back.disabled = state.page === 0;
    on.disabled = state.page >= pages - 1;
  }
  function lineOf(row) {
    var button = make("button", { type: "button", "aria-expanded": "false", "class": "opens" }, [cellsOf(row)[0]]);
    var line = make("tr", {}, [make("th", { scope: "row" }, [button])].concat(cellsOf(row).slice(1).map(function (text, i) {
      var cell = make("td", {}, [text]);
      if (about.columns[i + 1].isNumber) cell.className = "number";
      return cell;
    })));
    var detail = null;
    button.addEventListener("click", function () {
      if (detail) { detail.remove(); detail = null; }
      else {
        detail = make("tr", { "class": "detail" }, [make("td", { colspan: String(about.columns.length) }, detailOf(row))]);
        line.after(detail);
      }
      button.setAttribute("aria-expanded", String(detail !== null));
    });
    return line;
  }

  var formats = {};
  function partsOf(ms, zone) {
    var format = formats[zone] = formats[zone] || new Intl.DateTimeFormat("en-GB", {
      timeZone: zone, weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit",
      timeZoneName: "short", hourCycle: "h23"
    });
    var parts = {};
    format.formatToParts(ms).forEach(function (part) { parts[part.type] = part.value; });
    return parts;
  }
  function dateOf(parts) { return [parts.weekday, parts.day, parts.month.slice(0, 3), parts.year].join(" "); }
  function instant(ms, zone) {
    var parts = partsOf(ms, zone), seconds = ms % 60000 === 0 ? "" : ":" + parts.second;
    return dateOf(parts) + " " + parts.hour + ":" + parts.minute + seconds + " " + parts.timeZoneName;
  }
  function dueInstant(ms, zone) {
    var before = partsOf(ms - 1, zone);
    return before.day === partsOf(ms, zone).day ? instant(ms, zone) : "end of " + dateOf(before);
  }
  function length(ms) {
    var minutes = Math.floor(ms / 60000);
    if (minutes === 0) return ms === 0 ? "0m" : "<1m";
    var hours = Math.floor(minutes / 60);
    return hours === 0 ? minutes + "m" : hours + "h " + String(minutes % 60).padStart(2, "0") + "m";
  }
  var DOES = ["the clock runs", "paused", "stopped", "withdrawn"];
  function detailOf(row) {
    var data = dataOf(row), target = targets[data.target], parts = [];
    if (data.worst !== null) {
      parts.push(make("p", {}, [make("a", { href: "#worst-" + data.worst }, ["Its working day by day is among the worst tickets"])]));
    }
    if (data.life.length > 0) parts.push(pictureOf(data, cellsOf(row)[0]), stretchesOf(data));
    if (target && target.clause) {
      parts.push(make("figure", { "class": "rule" }, [
        make("figcaption", {}, [target.clause.id + ", ", make("cite", {}, [target.clause.document])]),
        make("blockquote", {}, target.clause.quotes.map(function (quote) { return make("p", {}, ["“" + quote + "”"]); }))
      ].concat(target.clause.reading === null ? [] : [make("p", {}, ["Read as: " + target.clause.reading])])));
    }
    if (parts.length === 0) parts.push(make("p", {}, ["Its clock has not started."]));
    return parts;
  }
  function stretchesOf(data) {
    var total = 0;
    var head = ["From", "To", "State", "Within hours", "Counted", "Total"].map(function (title, i) {
      return make("th", { scope: "col", "class": i > 2 ? "number" : "" }, [title]);
    });
    return make("table", { "class": "stretches" }, [
      make("caption", {}, ["What happened, state by state" + (data.unit === "d" ? "; its allowance is counted in days" : "")]),
      make("thead", {}, [make("tr", {}, head)]),
      make("tbody", {}, data.life.map(function (each) {
        var from = data.opened + each[0], counted = each[3] === 0 ? each[2] : 0;
        total += counted;
        return make("tr", {}, [
          make("td", {}, [instant(from, data.zone)]), make("td", {}, [instant(from + each[1], data.zone)]),
          make("td", {}, [each[4] + ", " + DOES[each[3]]]), make("td", { "class": "number" }, [length(each[2])]),
          make("td", { "class": "number" }, [length(counted)]), make("td", { "class": "number" }, [length(total)])
        ]);
      }))
    ]);
  }
  function pictureOf(data, ticket) {
    var last = data.life[data.life.length - 1], end = last[0] + last[1];
    var due = data.due === null ? null : data.due - data.opened;
    var span = Math.max(end, due || 0) || 1;
    var title = "The life of " + ticket + ": " + data.life.length + " stretches" + (due === null ? "" : ", due " + dueInstant(data.due, data.zone));
    var picture = svg("svg", { "class": "life", viewBox: "0 0 1000 44", preserveAspectRatio: "none", role: "img", "aria-label": title });
    data.life.forEach(function (each) {
      picture.append(svg("rect", { "class": "role-" + each[3], x: 1000 * each[0] / span, y: 8, width: Math.max(1, 1000 * each[1] / span), height: 22 }));
    });
    if (due !== null) picture.append(svg("path", { "class": "due-line", d: "M" + Math.min(999, 1000 * due / span) + " 0V44" }));
    return make("figure", { "class": "life-figure" }, [picture, make("figcaption", {}, [
      make("span", { "class": "key role-0" }), "clock runs ", make("span", { "class": "key role-1" }), "paused ",
      make("span", { "class": "key role-2" }), "stopped ", make("span", { "class": "key due-key" }), "due"
    ])]);
  }

  tools.append(bar, status, make("section", { "class": "wide", "aria-label": "The table of every ticket", tabindex: "0" }, [table]),
    make("div", { "class": "every-bar" }, [back, on, whole]));
  show();
  addEventListener("beforeprint", function () { if (state.size === SIZE) show(PRINTED); });
  addEventListener("afterprint", function () { show(); });
})();
`;
