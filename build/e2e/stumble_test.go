package e2e_test

import (
	"fmt"
	"testing"
)

// stumbling answers the questions of a kind in their order by these: "" as the
// program does, "fail" with an error, "more" as if there were one figure more,
// "hold" not at all until it is cancelled, "unreadable" with a notice before,
// "slow" after a second.
const stumbling = `
	const turns = %s, asked = new Map();
	const held = new Set(), stopped = new Set();
	const post = self.postMessage.bind(self);
	const say = (told) => post({text: JSON.stringify(told)});
	const refuse = (id, code) => say({id, error: {code, message: code}});
	addEventListener("message", ({data}) => {
		const {id, op, args} = typeof data === "string" ? JSON.parse(data) : {};
		if (turns[op]) asked.set(id, turns[op].shift() ?? "");
		if (op !== "cancel") return;
		stopped.add(args.id);
		if (held.delete(args.id)) refuse(args.id, "cancelled");
	});
	self.postMessage = (message) => setTimeout(() => answered(message)); // the program hears a question before this does, and may answer at once
	const answered = (message) => {
		const answer = message.text ? JSON.parse(message.text) : {};
		const turn = answer.result && asked.get(answer.id);
		if (turn === "fail") return refuse(answer.id, "internal");
		if (turn === "slow") return void setTimeout(() => post(message), 1000);
		if (turn === "hold" && stopped.has(answer.id)) return refuse(answer.id, "cancelled");
		if (turn === "hold") return void (held.add(answer.id), console.log("held"));
		if (turn === "unreadable") say({id: 0, notice: {code: "figures-unreadable", detail: "港口.txt"}});
		if (turn === "more") answer.result.total++;
		post(turn === "more" ? {text: JSON.stringify(answer)} : message);
	};`

// stumble opens the site with a program that answers so: turns by operation.
func stumble(t *testing.T, turns string) *explorer {
	x := serve(t)
	x.inWorker(fmt.Sprintf(stumbling, turns))
	x.Page = x.browser.Open(x.server.URL)
	x.ready()
	return x
}

// button is the one that takes along what is shown, as a file of that ending.
func button(ending string) string {
	return fmt.Sprintf(`[...document.querySelectorAll(".downloads button")].find((b) => b.textContent === %q)`, ending)
}

// stop waits until an answer is held and for the button that stops what takes
// so long, and presses it.
func (x *explorer) stop(view string) {
	x.t.Helper()
	x.browser.Hear("^held$")
	x.Until(fmt.Sprintf(`document.querySelector("%s fenghui-progress:not([hidden]) button:not([hidden])")`, view))
	x.Do(fmt.Sprintf(`document.querySelector("%s fenghui-progress button").click()`, view))
}
