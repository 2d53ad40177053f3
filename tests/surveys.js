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

function fill({survey: json, values, locale}) {
  const survey = new Model(json);
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
  process.stdout.write(JSON.stringify(fill(JSON.parse(line))) + "\n");
});
