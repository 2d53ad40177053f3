"use strict";
// Shows surveys as survey-core does and fills them in: a line of JSON in, a line of JSON out.
const {Model} = require(process.argv[2]);

const typed = (question, text) => {
  if (question.getType() === "checkbox") return text.split(" ");
  return question.inputType === "number" ? Number(text) : text;
};

const isAsked = question => {
  for (let one = question; one; one = one.parent) if (!one.isVisible) return false;
  return true;
};

const texts = survey => survey.getAllPanels().concat(survey.pages, survey.getAllQuestions()).flatMap(one => [
  one.locTitle.renderedHtml, one.locDescription.renderedHtml,
  ...(one.visibleChoices ?? one.choices ?? []).map(choice => choice.locText.renderedHtml),
]);

let shown = {};

// A survey that is filled in again begins anew: to make one takes most of the time.
const begun = json => {
  const key = JSON.stringify(json);
  if (shown.key === key) shown.survey.clear();
  else shown = {key, survey: new Model(json)};
  shown.survey.locale = json.locale ?? "";
  return shown.survey;
};

function fill({survey: json, values, locale}) {
  const survey = begun(json);
  if (locale !== null) survey.locale = locale;
  for (const [name, text] of Object.entries(values)) {
    const question = survey.getQuestionByName(name);
    if (text) question.value = typed(question, text);
  }
  const asked = survey.getAllQuestions().filter(isAsked).map(one => one.name);
  return {
    faults: (survey.jsonErrors ?? []).map(one => one.message), asked, texts: texts(survey), locale: survey.locale,
    isWhole: survey.validate() && survey.tryComplete(), data: survey.data,
  };
}

require("node:readline").createInterface({input: process.stdin}).on("line", line => {
  let said;
  try {
    said = fill(JSON.parse(line));
  } catch (error) {
    said = {faults: [error.stack]};
  }
  process.stdout.write(JSON.stringify(said) + "\n");
});
